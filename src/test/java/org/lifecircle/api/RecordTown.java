package org.lifecircle.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lifecircle.town.DrawnTown;

/** A town with records of people in it, each bearing a name that must not come out. */
final class RecordTown {

  /** A house of six floors beside the kindergarten, and a yard behind a wall. */
  private static final DrawnTown YARD =
      DrawnTown.of(
          """
          ###########
          #BBC..K.aA#
          #.......a.#
          ###########
          K: kindergarten
          """);

  static final String AREA = "/areas/yard";
  static final String CANARY = "金丝雀CANARY";
  static final AccessRules RULES =
      new AccessRules(
          Role.VIEWER,
          List.of(
              token("小王", Role.PLANNER),
              token("登记员", Role.REGISTRAR),
              token("访客", Role.VIEWER),
              token("管理员", Role.ADMIN)));

  private RecordTown() {}

  static Served serve(Path folder) throws IOException {
    Served served = Served.of(folder, ServerSettings.USUAL.at("127.0.0.1", 0), RULES);
    Served.keep(served.workspace(), Served.inXigong("yard", YARD.area()));
    return served;
  }

  private static AccessRules.Token token(String name, Role role) {
    return new AccessRules.Token(name, role, AccessRules.hash("secret-" + role.code()));
  }

  static String[] as(Role role) {
    return new String[] {"Authorization", "Bearer secret-" + role.code()};
  }

  static String flats(int floors) {
    return IntStream.rangeClosed(1, floors)
        .mapToObj(
            f ->
                "{\"flat\":\"%d01\",\"floor\":%d,\"area_m2\":70,\"person\":\"%s\"}"
                    .formatted(f, f, CANARY))
        .collect(Collectors.joining(",", "[", "]"));
  }

  static String lift(String more) {
    return """
        {"id":"l-1","entrance_id":"C","type":"level","cost_yuan":450000,"flats":%s,
         "wished_on":"2022-01-10"%s}"""
        .formatted(flats(6), more);
  }

  static String ballot(int owners, int yes, String more) {
    String votes =
        IntStream.range(0, yes)
            .mapToObj(
                i ->
                    """
                    {"owner":"%s%d","person":"%s","area_m2":70,"choice":"yes",
                     "cast_on":"2022-03-02","evidence":"%s"}"""
                        .formatted(CANARY, i, CANARY, CANARY))
            .collect(Collectors.joining(",", "[", "]"));
    return """
        {"id":"v-1","subject":"lifts/l-1","matter":"major","scope":"unit","place":"C",
         "owners":%d,"area_m2":%d,"opened_on":"2022-03-01","votes":%s%s}"""
        .formatted(owners, 70 * owners, votes, more);
  }

  static String opinion(int n, int household) {
    return """
        {"id":"o-%d","compound_id":"c1","household":"%s%d","person":"%s","topic":"wish",
         "about":"kindergarten","text":"%s","given_on":"2022-02-0%d"}"""
        .formatted(n, CANARY, household, CANARY, CANARY, 1 + n % 9);
  }

  static String works(String removed) {
    return """
        {"id":"k-1","name":"两院合一","compound_ids":["c1"],"items":[
          {"id":"walls","class":"improve","title":"拆墙","planned_on":"2022-01-01",
           "started_on":"2022-04-01","done_on":"2022-05-31","cost_yuan":12345.67,
           "removes":[{"layer":"walls","id":"%s","demolished_on":"2022-05-01"}]}]}"""
        .formatted(removed);
  }
}
