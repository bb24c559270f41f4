package org.lifecircle.store;

/**
 * A record of a programme as it is kept.
 *
 * @param kind as addresses spell it
 * @param revision one more with every change; never used twice for one id
 * @param body JSON; may hold names of people
 */
public record KeptRecord(String kind, String id, int revision, String body) {

  /** Without the body: it shall not come into a log by accident. */
  @Override
  public String toString() {
    return kind + "/" + id + " r" + revision;
  }
}
