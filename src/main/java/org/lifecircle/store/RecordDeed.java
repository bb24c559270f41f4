package org.lifecircle.store;

import java.time.Instant;

/**
 * That somebody wrote a record.
 *
 * @param who the name of the token
 * @param deed create, replace or delete
 */
public record RecordDeed(
    Instant at, String who, String kind, String id, int revision, String deed) {}
