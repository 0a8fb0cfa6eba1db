package govsearch.engine.lucene.document;

import java.util.Map;

/**
 * Makes vectors of statements, so that those near each other say something similar. What is indexed
 * must not change with the collection: a vector is made once. What a collection teaches goes into
 * the meanings of terms, on the side of the query.
 */
public interface Embedder {

  /** How long the vectors are. */
  int dimensions();

  /**
   * The vector of features (words, names of concepts) with their weights, of length 1; all zero
   * where none is known. Not to be changed by who gets it.
   */
  float[] vector(Map<String, Double> features);
}
