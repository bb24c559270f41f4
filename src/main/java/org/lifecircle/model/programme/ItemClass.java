package org.lifecircle.model.programme;

import org.lifecircle.model.Coded;

/** The three classes of renewal content (国办发〔2020〕23号). */
public enum ItemClass implements Coded {
  BASIC("basic"),
  IMPROVE("improve"),
  UPGRADE("upgrade");

  private final String code;

  ItemClass(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
