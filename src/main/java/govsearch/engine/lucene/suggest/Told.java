package govsearch.engine.lucene.suggest;

import java.util.Map;

/**
 * What stands between two parts.
 *
 * @param texts the parts with what is between, each with its number
 * @param areAll whether nothing else is anywhere between them
 */
public record Told(Map<String, Counted> texts, boolean areAll) {}
