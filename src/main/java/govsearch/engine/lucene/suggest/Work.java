package govsearch.engine.lucene.suggest;

/**
 * How much may still be looked at to find what was meant. What is looked at is counted, not the
 * time that it takes: so the same is found at any hour, and in no collection takes it longer than
 * somebody who found nothing notices.
 */
public final class Work {

  /** To find a term in a segment takes as long as to pass over so many of its documents. */
  static final int TERM = 16;

  /** Of one proposal of what was meant: some tenths of a millisecond. */
  static final int USUAL = 5_000;

  private long left;

  private Work(long most) {
    this.left = most;
  }

  /** As much as it may take to find what was meant by one text. */
  public static Work usual() {
    return of(USUAL);
  }

  static Work of(long most) {
    return new Work(most);
  }

  boolean isDone() {
    return left <= 0;
  }

  long left() {
    return left;
  }

  void spend(long steps) {
    left -= steps;
  }
}
