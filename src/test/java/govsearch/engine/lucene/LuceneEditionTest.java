package govsearch.engine.lucene;

import govsearch.engine.EditionContract;

class LuceneEditionTest extends EditionContract implements LuceneUnderTest {}
