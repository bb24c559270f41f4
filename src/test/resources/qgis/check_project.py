#!/usr/bin/python3
"""Opens a project in real QGIS, headless, and draws its maps and its print layout.

  check_project.py PROJECT.qgz PICTURE.png BASE THEME…

BASE is the address of the area or scenario whose server the layers are read from, or - where they
are in the file. THEMEs are the first themes there must be; one for each requirement comes after.
Exit 1 when a layer cannot be read, has no features or no CRS, or other features than the server
says; when one comes from elsewhere than it should; when a theme is missing, shows nothing, or shows
less when it is drawn again; when there is no layout, or next to nothing is drawn on it.
"""
import json, os, sys, tempfile, urllib.request
os.environ['QT_QPA_PLATFORM'] = 'offscreen'
os.environ['QT_LOGGING_RULES'] = '*.debug=false;qt.qpa.*=false'
os.environ['QGIS_CUSTOM_CONFIG_PATH'] = tempfile.mkdtemp()
os.environ['XDG_RUNTIME_DIR'] = tempfile.mkdtemp()

from urllib.parse import parse_qs
from qgis.core import (QgsApplication, QgsDataSourceUri, QgsLayoutExporter, QgsMapLayerType, QgsMapRendererParallelJob,
                       QgsMapSettings, QgsProject)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage

file, picture, base, themes = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
QgsApplication.setPrefixPath('/usr', True)
app = QgsApplication([], False)
app.initQgis()
project = QgsProject.instance()
bad = []
PAPER = 0xffffff
KINDS = {'Point': 0, 'MultiPoint': 0, 'LineString': 1, 'MultiLineString': 1, 'Polygon': 2, 'MultiPolygon': 2}


def need(condition, what):
    if not condition:
        bad.append(what)


def first_of(coordinates):
    while isinstance(coordinates[0], list):
        coordinates = coordinates[0]
    return coordinates


def check_served(layer):
    """It comes from where it should, with the very features that the API tells."""
    before = '_before_' in layer.id()
    collection = layer.id().replace('lifecircle_', '').replace('before_', '').rsplit('_', 1)[0]
    there = base.split('/scenarios/')[0] if before else base
    uri = layer.source()
    if layer.type() == QgsMapLayerType.VectorTileLayer:
        url = parse_qs(uri)['url'][0]
        need(url == there + '/collections/' + collection + '/tiles/WebMercatorQuad/{z}/{y}/{x}?f=mvt', uri)
        need(layer.crs().authid() == 'EPSG:3857', layer.name() + ' is in ' + layer.crs().authid())
        return
    if layer.providerType() == 'OAPIF':
        parts = QgsDataSourceUri(uri)
        need((parts.param('url'), parts.param('typename')) == (there, collection), uri)
    else:
        need(uri.startswith('OAPIF:%s|layername=%s|geometrytype=' % (there, collection)), uri)
    need(layer.crs().authid() in ('EPSG:4326', 'OGC:CRS84'), layer.name() + ' is in ' + layer.crs().authid())
    items = there + '/collections/' + collection + '/items?f=geojson&limit=10000'
    wanted = {}
    for feature in json.load(urllib.request.urlopen(items))['features']:
        place = feature['geometry']
        if place and KINDS[place['type']] == layer.geometryType():
            wanted[feature['id']] = first_of(place['coordinates'])
    found = {}
    for feature in layer.getFeatures():
        if feature.hasGeometry():
            point = feature.geometry().vertexAt(0)
            found[feature['id']] = (point.x(), point.y())
    need(set(found) == set(wanted), '%s has %d features, not %d' % (layer.name(), len(found), len(wanted)))
    for id in set(found) & set(wanted):
        near = all(abs(a - b) < 1e-8 for a, b in zip(found[id], wanted[id]))
        need(near, '%s %s is at %s, not %s' % (layer.name(), id, found[id], wanted[id]))


def colours(image):
    counts = {}
    image = image.convertToFormat(QImage.Format_RGB32)
    for x in range(0, image.width(), 3):
        for y in range(0, image.height(), 3):
            colour = image.pixel(x, y) & PAPER
            counts[colour] = counts.get(colour, 0) + 1
    return counts


def ink(counts):
    return 1 - counts.get(PAPER, 0) / max(1, sum(counts.values()))


def drawn(shown, styles={}):
    settings = QgsMapSettings()
    settings.setLayers(shown)
    settings.setLayerStyleOverrides(styles)
    settings.setOutputSize(QSize(900, 600))
    settings.setDestinationCrs(project.crs())
    settings.setTransformContext(project.transformContext())
    settings.setExtent(project.viewSettings().defaultViewExtent())
    settings.setBackgroundColor(QColor('#ffffff'))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def theme_drawn(theme):
    maps = project.mapThemeCollection()
    return drawn(maps.mapThemeVisibleLayers(theme), maps.mapThemeStyleOverrides(theme))


need(project.read(file), 'cannot be read: ' + project.error())
need(project.crs().authid() == 'EPSG:4546', 'the project is in ' + project.crs().authid())
layers = list(project.mapLayers().values())
need(layers, 'there are no layers')
for layer in layers:
    need(layer.isValid(), layer.name() + ' cannot be read')
    if layer.isValid():
        if layer.type() == QgsMapLayerType.VectorLayer:
            need(layer.featureCount() > 0, layer.name() + ' is empty')
        need(layer.crs().isValid(), layer.name() + ' has no CRS')
        need(project.layerTreeRoot().findLayer(layer.id()), layer.name() + ' is in no group')
        if base != '-':
            check_served(layer)
        if layer.type() == QgsMapLayerType.VectorLayer:  # what was read once is drawn from what is kept
            need(len(colours(drawn([layer]))) > 1, layer.name() + ' is not drawn')
before = [layer for layer in layers if '_before_' in layer.id()]
groups = [group.name() for group in project.layerTreeRoot().children()]
need(len(groups) == (4 if before else 3), 'groups are %s' % groups)
found = project.mapThemeCollection().mapThemes()
need(set(themes) <= set(found), 'themes are %s, not %s' % (found, themes))
requirements = [theme for theme in found if theme.split()[0] in ('覆盖率', 'Coverage')]
need(requirements, 'no theme of a requirement')
for theme in found:
    once, again = theme_drawn(theme), theme_drawn(theme)
    need(ink(colours(once)) > 0.05, '%s shows only %.3f' % (theme, ink(colours(once))))
    need(once == again, theme + ' is drawn otherwise the second time')
    once.save(picture.replace('.png', '-%d.png' % found.index(theme)))
for theme in requirements:
    tints = colours(theme_drawn(theme)).keys()
    others = [layer for layer in project.mapThemeCollection().mapThemeVisibleLayers(theme) if '_coverage_2' not in layer.id()]
    need(tints - colours(drawn(others)).keys(), theme + ' is not coloured')
layouts = project.layoutManager().printLayouts()
need(len(layouts) == 1, '%d layouts' % len(layouts))
if layouts:
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 50
    need(QgsLayoutExporter(layouts[0]).exportToImage(picture, settings) == 0, 'cannot be drawn')
    counts = colours(QImage(picture))
    need(ink(counts) > 0.1, 'only %.3f of the paper is drawn on' % ink(counts))
    need(len(counts) > 20, 'only %d colours' % len(counts))
print('\n'.join(bad) if bad else 'OK')
sys.stdout.flush()
os._exit(1 if bad else 0)
