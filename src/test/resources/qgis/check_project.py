#!/usr/bin/python3
"""Opens a project in real QGIS, headless, and draws its print layout.

  check_project.py PROJECT.qgz PICTURE.png [THEME…]

Exit 1 when a layer cannot be read, has no features or no CRS, when a theme is missing or shows
nothing, when there is no layout, or when next to nothing is drawn on it.
"""
import os, sys, tempfile
os.environ['QT_QPA_PLATFORM'] = 'offscreen'
os.environ['QT_LOGGING_RULES'] = '*.debug=false;qt.qpa.*=false'
os.environ['QGIS_CUSTOM_CONFIG_PATH'] = tempfile.mkdtemp()
os.environ['XDG_RUNTIME_DIR'] = tempfile.mkdtemp()

from qgis.core import QgsApplication, QgsLayoutExporter, QgsProject
from qgis.PyQt.QtGui import QImage

file, picture, themes = sys.argv[1], sys.argv[2], sys.argv[3:]
QgsApplication.setPrefixPath('/usr', True)
app = QgsApplication([], False)
app.initQgis()
project = QgsProject.instance()
bad = []


def need(condition, what):
    if not condition:
        bad.append(what)


need(project.read(file), 'cannot be read: ' + project.error())
need(project.crs().isValid(), 'the project has no CRS')
layers = list(project.mapLayers().values())
need(layers, 'there are no layers')
for layer in layers:
    need(layer.isValid(), layer.name() + ' cannot be read')
    if layer.isValid():
        need(layer.featureCount() > 0, layer.name() + ' is empty')
        need(layer.crs().isValid(), layer.name() + ' has no CRS')
        need(project.layerTreeRoot().findLayer(layer.id()), layer.name() + ' is in no group')
found = project.mapThemeCollection().mapThemes()
need(set(found) == set(themes), 'themes are %s, not %s' % (found, themes))
for theme in found:
    need(project.mapThemeCollection().mapThemeVisibleLayers(theme), theme + ' shows nothing')
layouts = project.layoutManager().printLayouts()
need(len(layouts) == 1, '%d layouts' % len(layouts))
if layouts:
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 50
    need(QgsLayoutExporter(layouts[0]).exportToImage(picture, settings) == 0, 'cannot be drawn')
    image = QImage(picture).convertToFormat(QImage.Format_RGB32)
    points = [(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]
    colours = {}
    for x, y in points:
        colour = image.pixel(x, y) & 0xffffff
        colours[colour] = colours.get(colour, 0) + 1
    ink = 1 - colours.get(0xffffff, 0) / max(1, len(points))
    need(ink > 0.1, 'only %.3f of the paper is drawn on' % ink)
    need(len(colours) > 20, 'only %d colours' % len(colours))
print('\n'.join(bad) if bad else 'OK')
sys.stdout.flush()
os._exit(1 if bad else 0)
