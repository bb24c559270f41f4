package org.lifecircle.model;

/**
 * What makes a rectangle a place to build.
 *
 * @param freedShareMin at least this share of it is newly usable
 * @param accessWidthMetres of the strip that leads from a path to it
 * @param accessMaxMetres the strip is no longer
 * @param floors a building may have; floor area is footprint × floors
 * @param gridMetres rectangles are tried at steps of this
 */
public record CandidateRules(
    double freedShareMin,
    double accessWidthMetres,
    double accessMaxMetres,
    int floors,
    double gridMetres) {}
