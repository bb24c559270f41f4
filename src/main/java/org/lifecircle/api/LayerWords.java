package org.lifecircle.api;

import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;

/** What the input layers are, in a sentence each. */
final class LayerWords {

  private LayerWords() {}

  static Text about(Layer layer) {
    return switch (layer) {
      case COMPOUNDS ->
          new Text(
              "有围墙的居住小区，含户数、人口与年代", "walled housing estates, with households, residents and age");
      case BUILDINGS ->
          new Text(
              "楼栋轮廓，含用途、层数、单元与人口",
              "footprints of buildings, with use, floors, units and residents");
      case ENTRANCES ->
          new Text(
              "住宅单元门与设施入口，居民从这里出发", "doors of dwellings and facilities; where residents set out");
      case WALLS ->
          new Text(
              "围墙分段，含是否可拆；行人不能穿过",
              "pieces of wall that feet cannot cross, and whether they may go");
      case GATES -> new Text("围墙上的出入口及其通行规定", "ways through walls, and who may use them");
      case ILLEGAL_STRUCTURES -> new Text("未经批准的建（构）筑物", "structures without approval");
      case PATHS ->
          new Text("可步行的道路、步道、台阶与过街", "streets, footways, steps and crossings people walk on");
      case OPEN_SPACES -> new Text("可自由穿行的开敞空间", "ground people may cross freely");
      case FACILITIES -> new Text("公共服务设施", "public facilities, by kind");
      case OBSTACLES ->
          new Text(
              "不可拆除的障碍：水面、铁路、封闭地块",
              "what blocks walking and cannot be removed: water, rail, closed ground");
      case UNITS -> new Text("行政与生活圈单元，用于汇总", "administrative and life-circle units, for sums");
      case PARCELS -> new Text("宗地及其权属", "parcels and who holds them");
      case POPULATION -> new Text("人口格网或分区", "population by grid or zone");
      case UTILITIES -> new Text("地下与架空管线", "pipes and lines, with the clearance they need");
    };
  }
}
