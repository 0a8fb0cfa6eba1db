package govsearch.engine.lucene;

import govsearch.engine.SimilarContract;

class LuceneSimilarTest extends SimilarContract implements LuceneUnderTest {}
