package org.lifecircle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Text;

/** The parts of the API document. */
enum Chapter {
  AREA("研究区", "Area"),
  QUESTIONS("可问的问题", "Questions"),
  FEATURES("要素（OGC API Features）", "Features (OGC API Features)"),
  TILES("瓦片与样式（OGC API Tiles）", "Tiles and styles (OGC API Tiles)"),
  COMPUTE("计算与任务（OGC API Processes）", "Computations and jobs (OGC API Processes)"),
  SCENARIOS("情景", "Scenarios"),
  RECORDS("更新项目与台账", "The renewal programme and its ledger"),
  DATA("数据版本与导入", "Dataset versions and import");

  private final String zh;
  private final String en;

  Chapter(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  Text title() {
    return new Text(zh, en);
  }

  /** Where a path belongs, relative to its area. */
  static Chapter of(String path) {
    String first = path.replaceFirst("^/", "").replaceFirst("[/.].*", "");
    return switch (first) {
      case "", "conformance", "api", "standard" -> AREA;
      case "collections" -> FEATURES;
      case "tiles", "tileMatrixSets", "styles" -> TILES;
      case "processes", "jobs", "plans", "location-allocation" -> COMPUTE;
      case "scenarios", "comparison" -> SCENARIOS;
      case "ledger", "lifts" -> RECORDS;
      case "versions", "layers" -> DATA;
      default -> QUESTIONS;
    };
  }

  /** In this order they are shown. */
  static List<Map<String, String>> tags(Question question) {
    List<Map<String, String>> tags = new ArrayList<>();
    for (Chapter chapter : values()) {
      tags.add(Map.of("name", question.in(chapter.title())));
    }
    return tags;
  }
}
