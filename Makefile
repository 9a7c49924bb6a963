# SPDX-License-Identifier: Apache-2.0
# The developer's front door. Every target finds JDK 25 by itself; `make help` says what each is for.

.DEFAULT_GOAL := help
.PHONY: help setup dev check drill bench format release

# Found when first needed, so that `make help` needs nothing.
JDK = $(shell bin/jdk)
# A build ends before the JVM's second compiler has paid for itself: without it, half of the work.
MVN = JAVA_HOME="$(or $(JDK),$(error no JDK 25: see the message above))" \
      MAVEN_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC $(MAVEN_OPTS) --sun-misc-unsafe-memory-access=allow" mvn -B -ntp

help: ## Show the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

setup: ## Install what building and testing need, and fetch every part once
	@bin/need mvn=maven openssl=openssl /usr/share/fonts/truetype/dejavu=fonts-dejavu-core /usr/share/fonts/truetype/liberation=fonts-liberation
	@bin/need chromium-headless-shell=chromium-headless-shell || bin/need chromium=chromium
	@bin/jdk
	@$(MVN) -q -Dmaven.test.skip=true package

dev: ## Run the server with templates read afresh from disk at every request
	@bin/build --if-needed
	@LANYARD_JVM_FLAGS="-Dlanyard.dev=true $(LANYARD_JVM_FLAGS)" ./lanyard serve --data target/dev

check: ## Everything that must hold before a merge: format, compile, tests, boundaries, browser, axe, ten kills
	$(MVN) spotless:check verify

drill: ## The long campaigns: a hundred kills, fuzzing, every test tagged `drill`, mutation tests on core and signals
	$(MVN) test -Dgroups=drill -DexcludedGroups=none -Dlanyard.kills=100
	$(MVN) -pl core,signals test-compile pitest:mutationCoverage

bench: ## Measure, each beside a floor in the same run; BENCH=name chooses, FLAGS="-f 1 -i 3" hurries
	@$(MVN) -q -pl bench -am package -Dmaven.test.skip=true
	@"$(JDK)/bin/java" -cp "bench/target/lanyard-bench.jar:bench/target/lib/*" org.openjdk.jmh.Main $(BENCH) $(FLAGS)

format: ## Put the sources into the house format
	@$(MVN) -q spotless:apply

release: ## Pack an installable release: target/lanyard-VERSION.tar.gz
	@bin/release
