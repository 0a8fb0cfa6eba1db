package govsearch.engine.lucene;

import govsearch.engine.SearchEngineContract;

class LuceneEngineTest extends SearchEngineContract implements LuceneUnderTest {}
