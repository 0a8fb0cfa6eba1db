package govsearch.engine.lucene;

import govsearch.engine.LiteralSearchContract;

class LuceneLiteralSearchTest extends LiteralSearchContract implements LuceneUnderTest {}
