package govsearch.engine;

/**
 * A learnt model that turns texts into vectors: those of texts that mean the same lie near each
 * other. Safe for use by many threads.
 */
public interface Embedder extends AutoCloseable {

  /** By what the model is told from any other: the same for the same files on every machine. */
  String id();

  /** How many numbers a vector has. */
  int dimension();

  /** A text's vector, of length one. What is too long is read as far as the model can. */
  float[] embed(String text);

  /** The vector of a question to which other texts are the answers; of length one. */
  float[] embedQuestion(String text);

  @Override
  void close();
}
