package org.lifecircle.siting;

import java.util.List;
import org.lifecircle.model.Facility;
import org.lifecircle.walk.Measure;

/**
 * A requirement judged by the walk, for one group.
 *
 * @param requirement id
 * @param group id
 * @param accepted facilities that satisfy it, those of candidates among them
 */
record Demanded(
    String requirement, String group, Measure measure, int cutoff, List<Facility> accepted) {}
