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
          area("/walk", "getWalk", "步行路线", "Walk", WalkAnswers::new));

  private Routes() {}

  static List<ServerRoute> ofServer(OpenAreas areas) {
    return List.of(
        new ServerRoute("/", new HomePage(areas)),
        new ServerRoute("/areas", new AreaList(areas)),
        new ServerRoute("/areas/{area}/versions", new VersionList(areas.workspace())),
        new ServerRoute(
            "/areas/{area}/versions/{version}/diff", new VersionDiff(areas.workspace())),
        new ServerRoute("/health/live", new Alive()),
        new ServerRoute("/health/ready", new Readiness(areas)));
  }

  private static AreaRoute area(
      String path, String id, String zh, String en, Function<OpenArea, Endpoint> endpoint) {
    return new AreaRoute(path, id, new Text(zh, en), endpoint);
  }
}
