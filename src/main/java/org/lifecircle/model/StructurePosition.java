package org.lifecircle.model;

/** Where an illegal structure is. */
public enum StructurePosition implements Coded {
  /** On open ground. */
  GROUND("ground"),
  /** Leaning on a building; the part outside it stands on ground. */
  ATTACHED("attached"),
  /** On a roof: blocks nobody and frees no ground. */
  ROOFTOP("rooftop");

  private final String code;

  StructurePosition(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
