package org.lifecircle.api;

/**
 * Where and how carefully to serve.
 *
 * @param host to bind; only this machine reaches 127.0.0.1
 * @param port 0 takes any that is free
 * @param pageItems features on a page when nobody says how many
 * @param maxPageItems features on a page at most
 * @param heavyAtOnce questions that compute for long, at the same time
 * @param heavyWaiting more of them that may wait; others are sent away
 * @param jobsAtOnce long computations at the same time
 * @param jobsWaiting more of them that may wait; others are sent away
 * @param waitSeconds for what is still being computed
 * @param requestSeconds a waiting question is sent away after this
 * @param idleSeconds a silent connection is closed after this
 * @param headerBytes of one request
 * @param minBytesPerSecond a request that arrives slower is dropped
 * @param map what the map shows beside our layers
 */
public record ServerSettings(
    String host,
    int port,
    int pageItems,
    int maxPageItems,
    int heavyAtOnce,
    int heavyWaiting,
    int jobsAtOnce,
    int jobsWaiting,
    int waitSeconds,
    int requestSeconds,
    int idleSeconds,
    int headerBytes,
    int minBytesPerSecond,
    MapSettings map) {

  private static final int PATIENT_SECONDS = 600;

  /** For this machine alone, with the limits of a small server. */
  public static final ServerSettings USUAL =
      new ServerSettings(
          "127.0.0.1",
          7070,
          20,
          10_000,
          Runtime.getRuntime().availableProcessors(),
          20,
          1,
          8,
          10,
          30,
          30,
          8 << 10,
          1024,
          MapSettings.PLAIN);

  /** The same, waiting for as long as it takes. */
  public ServerSettings patient() {
    return new ServerSettings(
        host,
        port,
        pageItems,
        maxPageItems,
        heavyAtOnce,
        heavyWaiting,
        jobsAtOnce,
        jobsWaiting,
        Integer.MAX_VALUE,
        Math.max(requestSeconds, PATIENT_SECONDS),
        idleSeconds,
        headerBytes,
        minBytesPerSecond,
        map);
  }

  /** The same at another address. */
  public ServerSettings at(String newHost, int newPort) {
    return new ServerSettings(
        newHost,
        newPort,
        pageItems,
        maxPageItems,
        heavyAtOnce,
        heavyWaiting,
        jobsAtOnce,
        jobsWaiting,
        waitSeconds,
        requestSeconds,
        idleSeconds,
        headerBytes,
        minBytesPerSecond,
        map);
  }
}
