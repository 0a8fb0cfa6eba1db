package govsearch.engine.lucene;

import govsearch.engine.FoldingContract;

class LuceneFoldingTest extends FoldingContract implements LuceneUnderTest {}
