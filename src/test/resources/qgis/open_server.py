"""Opens every collection of a running server in real QGIS by OGC API Features, as an analyst would.

open_server.py BASE PICTURE   prints a line for each collection: id, features read, CRS, x, y of the first vertex
"""
import os, sys, tempfile
os.environ.setdefault('QT_QPA_PLATFORM', 'offscreen')
os.environ.setdefault('XDG_RUNTIME_DIR', tempfile.mkdtemp())
os.environ['QGIS_CUSTOM_CONFIG_PATH'] = tempfile.mkdtemp()
from qgis.core import (QgsApplication, QgsVectorLayer, QgsVectorTileLayer, QgsMapSettings, QgsProject, QgsRectangle,
                       QgsMapRendererParallelJob, QgsCoordinateReferenceSystem, QgsCoordinateTransform,
                       QgsMapBoxGlStyleConverter, QgsMapBoxGlStyleConversionContext)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor
import json, urllib.request
from urllib.parse import quote

base, picture = sys.argv[1], sys.argv[2]
QgsApplication.setPrefixPath('/usr', True)
app = QgsApplication([], False)
app.initQgis()

def get(address):
    request = urllib.request.Request(base + address, headers={'Accept': 'application/json'})
    return json.load(urllib.request.urlopen(request))

layers, bad = [], 0
for collection in get('/collections')['collections']:
    id = collection['id']
    layer = QgsVectorLayer("url='%s' typename='%s'" % (base, id), id, 'OAPIF')
    if not layer.isValid():
        print(id, 'INVALID')
        bad = 1
        continue
    count, first = 0, None
    for feature in layer.getFeatures():
        count += 1
        if first is None and feature.hasGeometry():
            first = feature.geometry().vertexAt(0)
    print(id, count, layer.crs().authid(), '%.9f %.9f' % (first.x(), first.y()) if first else '- -')
    if id in ('compounds', 'buildings', 'walls', 'gates', 'facilities', 'paths') and count:
        layers.append(layer)

def draw(shown, extent, crs, path):
    settings = QgsMapSettings()
    settings.setLayers(shown)
    settings.setOutputSize(QSize(900, 700))
    settings.setDestinationCrs(crs)
    settings.setBackgroundColor(QColor(255, 255, 255))
    settings.setTransformContext(QgsProject.instance().transformContext())
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(path)
    ink = sum(image.pixelColor(x, y) != QColor(255, 255, 255) for x in range(0, 900, 3) for y in range(0, 700, 3))
    return ink / (300 * 234)

extent = QgsRectangle(layers[0].extent())
extent.scale(1.1)
print('ink', '%.4f' % draw(list(reversed(layers)), extent, QgsCoordinateReferenceSystem('EPSG:4326'), picture))

for style in get('/styles')['styles']:
    json_style = urllib.request.urlopen(base + '/styles/' + style['id'] + '?f=json').read().decode()
    tiles = json.loads(json_style)['sources']['area']['tiles'][0]
    layer = QgsVectorTileLayer('type=xyz&url=%s&zmin=0&zmax=20' % quote(tiles, safe=':/{}'), style['id'])
    converter = QgsMapBoxGlStyleConverter()
    result = converter.convert(json_style, QgsMapBoxGlStyleConversionContext())
    layer.setRenderer(converter.renderer())
    for part in converter.renderer().styles():  # what QGIS could not read it takes for nothing
        symbol = part.symbol().symbolLayer(0).dataDefinedProperties()
        if any('IN ()' in symbol.property(key).expressionString() for key in symbol.propertyKeys()):
            result = 1
    if converter.warnings():
        result = 1
    if converter.labeling():
        layer.setLabeling(converter.labeling())
    mercator = QgsCoordinateReferenceSystem('EPSG:3857')
    there = QgsCoordinateTransform(QgsCoordinateReferenceSystem('EPSG:4326'), mercator,
                                   QgsProject.instance()).transformBoundingBox(extent)
    ink = draw([layer], there, mercator, picture.replace('.png', '-' + style['id'] + '.png'))
    print('style', style['id'], 'valid' if layer.isValid() and result == 0 else 'INVALID', '%.4f' % ink, '; '.join(converter.warnings()))
sys.stdout.flush()
os._exit(bad)
