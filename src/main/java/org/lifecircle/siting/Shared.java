package org.lifecircle.siting;

/**
 * People who share the places of facilities that serve only so many: one requirement of one group.
 *
 * <p>Each home is several demands in a row of numbers, which {@link Town#covered} tells of: that
 * anything is within reach, that something is which serves whoever comes, and that each of these
 * facilities is.
 *
 * @param first number of the first demand
 * @param worth by home: what it is worth that all who live there are served; 0 where they are today
 * @param room by facility: what those whom it serves are worth at most
 * @param builders by facility: the work that builds it, less than 0 where it stands already
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Shared(int first, long[] worth, long[] room, int[] builders) {

  int homes() {
    return worth.length;
  }

  /** Something is within reach. */
  int any(int home) {
    return first + home;
  }

  /** Something is that serves whoever comes. */
  int free(int home) {
    return first + homes() + home;
  }

  /** A facility that serves only so many is. */
  int reach(int home, int facility) {
    return first + (2 + facility) * homes() + home;
  }

  /** The number after the last. */
  int end() {
    return first + (2 + room.length) * homes();
  }
}
