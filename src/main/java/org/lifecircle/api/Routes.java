package org.lifecircle.api;

import java.util.List;
import java.util.function.Function;
import org.lifecircle.model.Text;

/** The API on one screen. */
final class Routes {

  /** Something that can be asked of the server as a whole. */
  record ServerRoute(String path, Endpoint endpoint) {}

  /**
   * Something that can be asked of an area, below {@code /areas/{area}}.
   *
   * @param id of the operation in the API document
   */
  record AreaRoute(String path, String id, Text summary, Function<OpenArea, Endpoint> endpoint) {}

  static final List<AreaRoute> OF_AREA =
      List.of(
          area("", "getLandingPage", "首页", "Landing page", LandingPage::new),
          area("/conformance", "getConformance", "符合性", "Conformance", Conformance::new),
          area("/api", "getApi", "接口文档", "This document", ApiDocument::new),
          area("/collections", "getCollections", "图层", "Collections", CollectionList::new),
          area(
              "/collections/{collection}",
              "getCollection",
              "图层说明",
              "Collection",
              CollectionPage::new),
          area(
              "/collections/{collection}/items",
              "getFeatures",
              "要素",
              "Features",
              CollectionItems::new),
          area(
              "/collections/{collection}/items/<feature>",
              "getFeature",
              "单个要素",
              "Feature",
              CollectionItem::new),
          area(
              "/collections/{collection}/queryables",
              "getQueryables",
              "可筛选的属性",
              "Queryables",
              Queryables::new),
          area(
              "/tileMatrixSets",
              "getTileMatrixSetsList",
              "瓦片矩阵集",
              "Grids of tiles",
              TileGrids::new),
          area(
              "/tileMatrixSets/{tileMatrixSet}",
              "getTileMatrixSet",
              "瓦片矩阵",
              "Grid of tiles",
              TileGrids::new),
          area(
              "/tiles", "dataset.vector.getTileSetsList", "矢量瓦片", "Vector tiles", TileSetList::new),
          area(
              "/tiles/{tileMatrixSet}",
              "dataset.vector.getTileSet",
              "瓦片集",
              "Set of tiles",
              TileSetPage::new),
          area(
              "/tiles/{tileMatrixSet}/{tileMatrix}/{tileRow}/{tileCol}",
              "dataset.vector.getTile",
              "瓦片",
              "Tile",
              Tile::new),
          area(
              "/collections/{collection}/tiles",
              "collection.vector.getTileSetsList",
              "图层的矢量瓦片",
              "Vector tiles of a collection",
              TileSetList::new),
          area(
              "/collections/{collection}/tiles/{tileMatrixSet}",
              "collection.vector.getTileSet",
              "图层的瓦片集",
              "Set of tiles of a collection",
              TileSetPage::new),
          area(
              "/collections/{collection}/tiles/{tileMatrixSet}/{tileMatrix}/{tileRow}/{tileCol}",
              "collection.vector.getTile",
              "图层的瓦片",
              "Tile of a collection",
              Tile::new),
          area("/processes", "getProcesses", "计算", "Processes", ProcessPages::new),
          area(
              "/processes/{process}",
              "getProcessDescription",
              "计算的说明",
              "Process",
              ProcessPages::new),
          area("/styles", "getStyles", "样式", "Styles", Styles::new),
          area("/styles/{style}", "getStyle", "地图样式", "Style", Styles::new),
          area("/standard", "getStandard", "配建标准", "Standard", StandardPage::new),
          area("/coverage", "getCoverage", "覆盖率", "Coverage", CoverageAnswers::new),
          area("/comparison", "getComparison", "前后对比", "Before and after", ComparisonAnswers::new),
          area("/capacity", "getCapacity", "学位与床位", "Places for whom", CapacityAnswers::new),
          area("/explain", "getExplanation", "为何（未）覆盖", "Why (not) covered", ExplainAnswers::new),
          area("/freed-space", "getFreedSpace", "腾退空间", "Freed space", FreedSpaceAnswers::new),
          area("/sites", "getSites", "地块", "Sites", SiteAnswers::new),
          area("/lanes", "getLanes", "道路净宽", "Lanes", LaneAnswers::new),
          area("/candidates", "getCandidates", "候选点", "Candidates", CandidateAnswers::new),
          area("/isochrone", "getIsochrone", "等时圈", "Isochrones", IsochroneAnswers::new),
          area("/openings", "getOpenings", "打开收益", "Openings", OpeningsAnswers::new),
          area("/ledger", "getLedger", "改造台账", "Ledger", LedgerAnswers::new),
          area("/lift-gains", "getLiftGains", "加梯收益", "Gains from lifts", LiftGainAnswers::new),
          area("/walk", "getWalk", "步行路线", "Walk", WalkAnswers::new),
          export(Format.GEOPACKAGE, "GeoPackage"),
          export(Format.ARCHIVE, "Shapefile"),
          export(Format.FLATGEOBUF, "FlatGeobuf"),
          export(Format.GEOJSON, "GeoJSON"),
          export(Format.CSV, "CSV"),
          export(Format.QGIS_PROJECT, "QGIS"),
          area(
              "/export.pmtiles",
              "getExportPmtiles",
              "导出瓦片（PMTiles）",
              "Export tiles (PMTiles)",
              TileArchive::new),
          report(Format.PDF, "Pdf"),
          report(Format.WORD, "Word"));

  private Routes() {}

  static List<ServerRoute> ofServer(OpenAreas areas) {
    return List.of(
        new ServerRoute("/", new HomePage(areas)),
        new ServerRoute("/areas", new AreaList(areas)),
        new ServerRoute("/areas/{area}/fee-simulation", new FeeSimulation()),
        new ServerRoute("/areas/{area}/versions", new VersionList(areas.workspace())),
        new ServerRoute(
            "/areas/{area}/versions/{version}/diff", new VersionDiff(areas.workspace())),
        new ServerRoute("/health/live", new Alive()),
        new ServerRoute("/health/ready", new Readiness(areas)));
  }

  private static AreaRoute export(Format format, String name) {
    return area(
        "/export." + format.code(),
        "getExport" + name,
        "导出 " + name,
        "Export as " + name,
        area -> new ExportAnswers(area, format));
  }

  private static AreaRoute report(Format format, String name) {
    return area(
        "/report." + format.code(),
        "getReport" + name,
        "规划报告（" + name + "）",
        "Planning report (" + name + ")",
        area -> new ReportAnswers(area, format));
  }

  private static AreaRoute area(
      String path, String id, String zh, String en, Function<OpenArea, Endpoint> endpoint) {
    return new AreaRoute(path, id, new Text(zh, en), endpoint);
  }
}
