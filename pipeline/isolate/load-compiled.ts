import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

/** A joined script that has been loaded. */
export type LoadedScript = { readonly file: string; readonly script: vm.Script };

/** The code cache that belongs to a joined script. */
export const cacheOf = (file: string): string => `${file}.cache`;

/**
 * Loads a module that the build has joined into few scripts and compiled beforehand; `undefined` where there is no such script,
 * as in the sources. V8 takes a cache only if it is its own and fits the script; otherwise it compiles as usual.
 * `onLoad` is told of every script, those that are imported later too.
 */
export function loadCompiled<Module>(
  folder: string,
  name: string,
  onLoad: (loaded: LoadedScript) => void = () => {},
): Module | undefined {
  const file = path.join(folder, `${name}.cjs`);
  // The build joins the module of this name, so that the script exports what its type says.
  return existsSync(file) ? (scriptLoader(onLoad)(file) as Module) : undefined;
}

/** Gives what a joined script exports. Scripts import each other by relative names, packages by their own. */
function scriptLoader(onLoad: (loaded: LoadedScript) => void): (file: string) => unknown {
  const loaded = new Map<string, { exports: unknown }>();
  const load = (file: string): unknown => {
    const known = loaded.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const folder = path.dirname(file);
    const requirePackage = createRequire(file);
    const require = (id: string): unknown =>
      id.startsWith('.') ? load(path.join(folder, id)) : requirePackage(id);
    const script = compile(file);
    onLoad({ file, script });
    script.runInThisContext()(module, module.exports, require, file, folder);
    return module.exports;
  };
  return load;
}

function compile(file: string): vm.Script {
  const source = readFileSync(file, 'utf8');
  const cache = cacheOf(file);
  return new vm.Script(`(function (module, exports, require, __filename, __dirname) {${source}\n})`, {
    filename: file,
    // Packages that are modules only are imported as from any module.
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
  });
}
