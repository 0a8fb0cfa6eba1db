package govsearch.engine.lucene;

import govsearch.engine.CountByContract;

class LuceneCountByTest extends CountByContract implements LuceneUnderTest {}
