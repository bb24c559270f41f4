package org.lifecircle.model;

/** Words for people, in Chinese and in English. */
public record Text(String zh, String en) {

  /** The words in this language: {@code zh} for Chinese, anything else is English. */
  public String in(String language) {
    return language.startsWith("zh") ? zh : en;
  }
}
