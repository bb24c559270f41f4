package org.lifecircle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lifecircle.api.AccessRules;
import org.lifecircle.api.MapSettings;
import org.lifecircle.api.Role;
import org.lifecircle.io.Limits;
import org.lifecircle.store.DatabaseUrl;

/**
 * What {@code config/app.yaml} says.
 *
 * @param host to bind; only this machine reaches 127.0.0.1
 * @param workspace folder where study areas are kept, relative to where the program was started
 * @param database where a team keeps them instead
 * @param languages the first is used when nobody asks
 * @param map what the map shows beside our layers
 * @param files how much one imported file may hold
 * @param access who may do what
 */
record AppConfig(
    String host,
    int port,
    String workspace,
    Optional<DatabaseUrl> database,
    List<String> languages,
    MapSettings map,
    Requests requests,
    Limits files,
    Access access) {

  /**
   * How carefully to answer.
   *
   * @param pageItems features on a page when nobody says how many
   * @param maxPageItems features on a page at most
   * @param heavyAtOnce questions that compute for long, at the same time; empty for the cores less
   *     one
   * @param heavyWaiting more of them that may wait; others are sent away
   * @param jobsAtOnce long computations at the same time
   * @param jobsWaiting more of them that may wait; others are sent away
   * @param waitSeconds for what is still being computed
   * @param requestSeconds a waiting question is sent away after this
   * @param idleSeconds a silent connection is closed after this
   * @param headerBytes of one request
   * @param minBytesPerSecond a request that arrives slower is dropped
   */
  record Requests(
      int pageItems,
      int maxPageItems,
      OptionalInt heavyAtOnce,
      int heavyWaiting,
      int jobsAtOnce,
      int jobsWaiting,
      int waitSeconds,
      int requestSeconds,
      int idleSeconds,
      int headerBytes,
      int minBytesPerSecond) {}

  /**
   * Who may do what.
   *
   * @param anonymous what those without a token may; empty for what the address suggests:
   *     everything but persons for this machine alone, reading where others reach it
   */
  record Access(Optional<Role> anonymous, List<AccessRules.Token> tokens) {

    /** For a server at this address. */
    AccessRules rules(String host) {
      boolean alone = host.equals("127.0.0.1") || host.equals("::1") || host.equals("localhost");
      return new AccessRules(anonymous.orElse(alone ? Role.PLANNER : Role.VIEWER), tokens);
    }
  }

  AppConfig {
    languages = List.copyOf(languages);
  }
}
