package govsearch.query;

import java.util.Locale;

/** How strictly unquoted text is meant, strictest first. Quoted text is literal in every mode. */
public enum Mode {
  /** 精确: every term literal. */
  EXACT,
  /** 词语: every term literal or by its words, literal first. */
  WORDS,
  /** 多数词: what weighs most of the words, rare words weighing more than common ones. */
  MOST,
  /** 宽松: most words, or what the thesaurus knows to say the same in other words. */
  LOOSE;

  /** The name that the API uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
