package govsearch.engine.lucene;

import govsearch.engine.WordCountsContract;

class LuceneWordCountsTest extends WordCountsContract implements LuceneUnderTest {}
