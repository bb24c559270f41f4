package org.lifecircle.model;

/** The input layers of a study area, in the order of the contract. The boundary is kept apart. */
public enum Layer implements Coded {
  COMPOUNDS("compounds", Compound.class, "小区", "Compounds"),
  BUILDINGS("buildings", Building.class, "楼栋", "Buildings"),
  ENTRANCES("entrances", Entrance.class, "单元门", "Entrances"),
  WALLS("walls", Wall.class, "围墙", "Walls"),
  GATES("gates", Gate.class, "出入口", "Gates"),
  ILLEGAL_STRUCTURES("illegal_structures", IllegalStructure.class, "违建", "Illegal structures"),
  PATHS("paths", Path.class, "道路/步道", "Paths"),
  OPEN_SPACES("open_spaces", OpenSpace.class, "开敞空间", "Open spaces"),
  FACILITIES("facilities", Facility.class, "设施", "Facilities"),
  OBSTACLES("obstacles", Obstacle.class, "障碍", "Obstacles"),
  UNITS("units", Unit.class, "单元", "Units"),
  PARCELS("parcels", Parcel.class, "宗地", "Parcels"),
  POPULATION("population", PopulationCell.class, "人口", "Population"),
  UTILITIES("utilities", Utility.class, "管线", "Utilities");

  private final String code;
  private final Class<? extends Feature> type;
  private final String titleZh;
  private final String titleEn;

  Layer(String code, Class<? extends Feature> type, String titleZh, String titleEn) {
    this.code = code;
    this.type = type;
    this.titleZh = titleZh;
    this.titleEn = titleEn;
  }

  @Override
  public String code() {
    return code;
  }

  /** The record its features are. */
  public Class<? extends Feature> type() {
    return type;
  }

  /** What people call it. */
  public Text title() {
    return new Text(titleZh, titleEn);
  }
}
