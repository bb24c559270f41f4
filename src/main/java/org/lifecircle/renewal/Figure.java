package org.lifecircle.renewal;

import org.lifecircle.model.Coded;
import org.lifecircle.model.Text;

/** The figures of the ledger, in the order of the newspaper report, and what each one means. */
public enum Figure implements Coded {
  TASK_SHARE(
      Subject.WHOLE,
      "share",
      "占全市改造任务的比重",
      "Share of the city's task",
      "as_of 当年，本区下达的改造小区数 ÷ 全市各区之和（按小区数，不按户数）",
      "of the year of as_of: compounds this district is to renew ÷ those of all districts (compounds, not"
          + " households)"),
  COMPOUNDS_RENEWED(
      Subject.SCOPE,
      "compounds",
      "完成改造的小区",
      "Compounds renewed",
      "所属工程已全部完工的小区数",
      "compounds that have works, and all of them done"),
  COMPOUNDS_MANAGED(
      Subject.SCOPE,
      "compounds",
      "标准化物业覆盖的小区",
      "Compounds with standard property service",
      "有标准化专业物业合同在履行的小区数",
      "compounds with a contract for standard professional service that runs on the day"),
  LIFTS_ADDED(
      Subject.SCOPE, "lifts", "加装的电梯", "Lifts added", "已办理使用登记的加装电梯数", "lifts registered for use"),
  RESIDENTS_IN_CIRCLE(
      Subject.SCOPE,
      "residents",
      "十五分钟生活圈服务的居民",
      "Residents served by the 15-minute circle",
      "工程做到当日时，十五分钟及以下各级全部应配设施都在步行限距内的居民数（按米，planning 人群）；由步行网络算出，不按小区均摊",
      "residents who have all that must be there, of the 15-minute level and all lower ones, within the"
          + " walking distance, with the works of the day carried out; walked, never an average"),
  WALLS_M(
      Subject.SCOPE,
      "m",
      "拆除围墙",
      "Walls demolished",
      "已拆围墙的长度之和（米制投影），每段墙计一次；按小区分列时，界墙计入两侧小区",
      "length of the walls taken down, in metres of the area's CRS, each once; in the row of a compound,"
          + " party walls count in full"),
  STRUCTURES_M2(
      Subject.SCOPE,
      "m2",
      "拆除违建",
      "Illegal structures demolished",
      "已拆违建的占地面积之和（地面与贴建的；屋顶的不占地，不计）",
      "ground area of the structures taken down; those on roofs stand on no ground and count nothing"),
  COMPOUNDS_OPENED(
      Subject.SCOPE,
      "compounds",
      "拆墙拆违涉及的小区",
      "Compounds where walls or structures went",
      "有围墙或违建已拆的小区数；一段墙的两侧小区各计一次",
      "compounds that have lost a wall or a structure; a wall touches the compounds on both sides"),
  FACILITIES_BUILT(
      Subject.SCOPE,
      "facilities",
      "腾退空间上建成的设施",
      "Facilities built on freed space",
      "origin 为 freed_space 且已开放的设施数",
      "facilities of origin freed_space that are open"),
  RESIDENTS_BENEFITING(
      Subject.SCOPE,
      "residents",
      "直接受益居民",
      "Residents who benefit directly",
      "拆墙拆违涉及的小区的居民数之和",
      "residents of the compounds where walls or structures went"),
  CASE_OWNER_UNITS(
      Subject.WALLS,
      "units",
      "须协商的产权单位",
      "Owner units to negotiate with",
      "就该小区的围墙和违建已征求意见的不同产权单位数",
      "different owner units that were asked about walls and structures of the compound"),
  CASE_BUILT_YEARS(
      Subject.WALLS,
      "years",
      "建成年代",
      "Years of building",
      "有工程的该小区住宅楼的最早与最晚建成年",
      "first and last year of building of the homes of the compound, where it has works"),
  CASE_WALLS_M(
      Subject.WALLS,
      "m",
      "拆除围墙",
      "Walls demolished",
      "同 walls_m，只计该小区",
      "as walls_m, of the compound"),
  CASE_STRUCTURES_M2(
      Subject.WALLS,
      "m2",
      "拆除违建",
      "Illegal structures demolished",
      "同 structures_m2，只计该小区",
      "as structures_m2, of the compound"),
  CASE_GARDEN_M2(
      Subject.WALLS,
      "m2",
      "小游园",
      "Small garden",
      "已开放的 micro_garden 面积之和",
      "area of the micro_gardens that are open"),
  CASE_PLAZA_M2(
      Subject.WALLS,
      "m2",
      "小广场",
      "Small plaza",
      "已开放的 small_plaza 面积之和",
      "area of the small_plazas that are open"),
  CASE_LANE_M(
      Subject.WALLS,
      "m",
      "巷道净宽",
      "Clear width of the alley",
      "重建完工的巷道的净宽：拆除之后两侧固体与障碍间的最小净宽，与验收宽度取小；before 为拆除之前",
      "clear width of the alley rebuilt: the smallest between solids and barriers after the demolition, or"
          + " what was accepted if that is less; before: without the demolition"),
  CASE_UNDERGROUND_SYSTEMS(
      Subject.WALLS,
      "systems",
      "改造的地下管网",
      "Underground systems renewed",
      "已完工的不同地下系统数",
      "different underground systems that are done"),
  CASE_HEAT_STATIONS(
      Subject.WALLS,
      "facilities",
      "换热站",
      "Heat-exchange stations",
      "已投用的 heat_station 数",
      "heat_stations that are open"),
  LIFT_SUNROOM_M2(
      Subject.LIFT,
      "m2",
      "首层阳光房面积",
      "Sunroom of the ground-floor flat",
      "该电梯补偿的阳光房面积（已批准）",
      "area of the sunroom that compensates, once approved"),
  LIFT_SUNROOM_YUAN(
      Subject.LIFT,
      "yuan",
      "首层阳光房造价",
      "Cost of the sunroom",
      "该电梯补偿的阳光房造价（已批准）",
      "cost of that sunroom, once approved"),
  LIFT_HOUSEHOLDS(
      Subject.LIFT,
      "households",
      "参与补偿的住户",
      "Households party to it",
      "受益户与出资户之和",
      "the household that gets it and those that pay it"),
  FEES_HOUSEHOLD_RATE(
      Subject.FEES,
      "share",
      "物业费收缴率（按户）",
      "Fee rate by households",
      "最近一期：缴费户数 ÷ 应缴户数；before 为第一期",
      "last period that has ended: households paying ÷ households due; before: the first period"),
  FEES_PER_MONTH_YUAN(
      Subject.FEES,
      "yuan",
      "户均月物业费",
      "Fee per household and month",
      "最近一期：应收 ÷ 应缴户数 ÷ 月数",
      "last period that has ended: receivable ÷ households due ÷ months"),
  FEES_WORKS_STARTED(
      Subject.FEES,
      "date",
      "改造开工",
      "Start of the works",
      "该小区工程最早的开工日；报道之间有出入，以记录为准",
      "first day of works in the compound; reports differ, the records decide"),
  FEES_CLUB_MEMBERS(
      Subject.FEES,
      "people",
      "居民文艺队人数",
      "Members of residents' clubs",
      "该小区居民团队的人数之和",
      "members of the compound's clubs"),
  BRANCHES(
      Subject.SCOPE,
      "branches",
      "小区党支部",
      "Party branches",
      "覆盖小区或庭院的党支部数",
      "party branches that cover compounds or courtyards"),
  BRANCH_PLACES(
      Subject.SCOPE,
      "places",
      "党支部覆盖的小区和庭院",
      "Compounds and courtyards they cover",
      "党支部覆盖的不同小区与庭院数（不必一一对应）",
      "different compounds and courtyards covered; branches need not be one to one");

  /** What a figure is about. */
  public enum Subject {
    /** The district as a whole, whatever part is asked about. */
    WHOLE,
    /** The part that is asked about. */
    SCOPE,
    /** One compound: the story of walls. */
    WALLS,
    /** One lift. */
    LIFT,
    /** One compound: the story of fees. */
    FEES
  }

  private final Subject subject;
  private final String unit;
  private final String titleZh;
  private final String titleEn;
  private final String definitionZh;
  private final String definitionEn;

  Figure(
      Subject subject,
      String unit,
      String titleZh,
      String titleEn,
      String definitionZh,
      String definitionEn) {
    this.subject = subject;
    this.unit = unit;
    this.titleZh = titleZh;
    this.titleEn = titleEn;
    this.definitionZh = definitionZh;
    this.definitionEn = definitionEn;
  }

  @Override
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** What it is about. */
  public Subject subject() {
    return subject;
  }

  /** What it is counted in. */
  public String unit() {
    return unit;
  }

  public Text title() {
    return new Text(titleZh, titleEn);
  }

  /** The formula, in words. */
  public Text definition() {
    return new Text(definitionZh, definitionEn);
  }
}
