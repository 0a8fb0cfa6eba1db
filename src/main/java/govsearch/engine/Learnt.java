package govsearch.engine;

/**
 * How far a learnt model takes part in finding similar problems.
 *
 * @param state whether there is one, and whether all of the collection's problems are known to it
 * @param done how many statements it knows
 * @param all how many there are; 0 while that is not known
 */
public record Learnt(State state, long done, long all) {

  /** There is no model. */
  public static final Learnt OFF = new Learnt(State.OFF, 0, 0);

  /** Whether a model takes part. */
  public enum State {
    OFF,
    /** It takes part with what it knows so far. */
    MAKING,
    ON,
    /** It did not answer this time: what was found was found without it. */
    FAILED
  }

  /** The same of an answer for which it failed. */
  public Learnt asFailed() {
    return new Learnt(State.FAILED, done, all);
  }
}
