package govsearch.engine.lucene;

import govsearch.engine.SuggestContract;

class LuceneSuggestTest extends SuggestContract implements LuceneUnderTest {}
