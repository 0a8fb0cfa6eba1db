package govsearch.query;

import java.util.Locale;

/** How strictly unquoted text is meant, strictest first. Quoted text is literal in every mode. */
public enum Mode {
  /** 一字不差: every term literal. */
  EXACT,
  /** 全部词语: every term literal or by its words, literal first. */
  WORDS,
  /** 部分词语: what weighs most of the words, rare words weighing more than common ones. */
  MOST,
  /** 含同义说法: most words, or what the thesaurus knows to say the same in other words. */
  LOOSE;

  /** The name that the API uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
