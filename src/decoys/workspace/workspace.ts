import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TamisError } from '../../model/index.ts';
import { type MailboxModel, MODEL_FORMAT } from '../fit/mailbox-model.ts';
import type { Owner } from '../fit/people.ts';
import type { Materials } from '../generate/regenerate.ts';
import { type Approval, blockList, type GuardRules } from '../guard/index.ts';
import { hashOfJson, type Recipe } from '../model/recipe.ts';
import { SaidWords } from '../own/said-words.ts';
import type { PersonaPack } from '../persona/persona.ts';

/** What `decoys init` was told. */
export interface WorkspaceInfo extends Owner {
  readonly format: 1;
  readonly seed: string;
  /** Lines of the block list. */
  readonly block: readonly string[];
}

/**
 * A folder in which decoys are prepared, kept apart from the systems they are planted in. One file each, readable
 * by its owner only: the seed and the model would let a thief tell decoys from real mail.
 */
export class Workspace {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Throws TamisError `decoy-workspace` when the folder holds a workspace already. */
  create(info: WorkspaceInfo, model: MailboxModel, said: SaidWords): void {
    if (existsSync(join(this.folder, FILES.info)))
      throw new TamisError('decoy-workspace', {
        en: `${this.folder} holds decoys already; choose another folder`,
        fr: `${this.folder} contient déjà des leurres\u202f; choisissez un autre dossier`,
      });
    this.#write(FILES.model, model);
    writeFileSync(join(this.folder, FILES.said), said.bytes(), { mode: 0o600 });
    this.#write(FILES.info, info);
  }

  info(): WorkspaceInfo {
    return this.#read<WorkspaceInfo>(FILES.info, 'init');
  }

  /** Throws `decoy-workspace` for a model that another release learnt. */
  model(): MailboxModel {
    const model = this.#read<MailboxModel>(FILES.model, 'init');
    if (model.format === MODEL_FORMAT) return model;
    throw new TamisError('decoy-workspace', {
      en: `${join(this.folder, FILES.model)} was learnt by another release (form ${model.format}; this one has form ${MODEL_FORMAT}): run tamis decoys init in a new folder`,
      fr: `${join(this.folder, FILES.model)} vient d’une autre version (forme ${model.format}\u202f; celle-ci a la forme ${MODEL_FORMAT})\u00a0: lancez tamis decoys init dans un nouveau dossier`,
    });
  }

  /** What the mailbox says; null in a folder of a release that did not keep it. Throws `decoy-workspace` for another file. */
  said(): SaidWords | null {
    const path = join(this.folder, FILES.said);
    if (!existsSync(path)) return null;
    const said = SaidWords.read(readFileSync(path));
    if (said === null)
      throw new TamisError('decoy-workspace', { en: `${path} is damaged`, fr: `${path} est endommagé` });
    return said;
  }

  personas(): PersonaPack {
    return this.#read<PersonaPack>(FILES.personas, 'persona');
  }

  recipe(): Recipe {
    return this.#read<Recipe>(FILES.recipe, 'generate');
  }

  /** Recipe, personas and model, checked against the hashes in the recipe. */
  materials(): Materials {
    const [recipe, personas, model] = [this.recipe(), this.personas(), this.model()];
    if (hashOfJson(personas) !== recipe.personas || hashOfJson(model) !== recipe.model)
      throw new TamisError('decoy-changed', {
        en: 'personas or model changed since the decoys were made: run tamis decoys generate again',
        fr: 'personnages ou modèle ont changé depuis que les leurres sont faits\u00a0: relancez tamis decoys generate',
      });
    return { recipe, personas, model };
  }

  rules(): GuardRules {
    const { block, addresses, domains } = this.info();
    const { known, commonLinks: links, linkBeginnings } = this.model();
    const beginnings = linkBeginnings.map(({ begin }) => begin);
    return { block: blockList(block, known), domains, addresses, links, linkBeginnings: beginnings };
  }

  approvals(): readonly Approval[] {
    return existsSync(join(this.folder, FILES.approvals))
      ? this.#read<Approval[]>(FILES.approvals, 'check')
      : [];
  }

  approve(approval: Approval): void {
    this.#write(FILES.approvals, [...this.approvals(), approval]);
  }

  writePersonas(pack: PersonaPack): void {
    this.#write(FILES.personas, pack);
  }

  writeRecipe(recipe: Recipe): void {
    this.#write(FILES.recipe, recipe);
  }

  /** Writes a decoy's file and returns its path relative to the workspace. */
  writeItem(name: string, bytes: Uint8Array): string {
    const path = join('items', name);
    mkdirSync(dirname(join(this.folder, path)), { recursive: true, mode: 0o700 });
    writeFileSync(join(this.folder, path), bytes, { mode: 0o600 });
    return path;
  }

  writeList(lines: readonly object[]): void {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    writeFileSync(join(this.folder, FILES.list), text, { mode: 0o600 });
  }

  #write(name: string, value: unknown): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(this.folder, name), `${JSON.stringify(value)}\n`, { mode: 0o600 });
  }

  /** The files are our own; a damaged one is told by name. */
  #read<T extends object>(name: string, step: 'init' | 'persona' | 'generate' | 'check'): T {
    const path = join(this.folder, name);
    if (!existsSync(path))
      throw new TamisError('decoy-workspace', {
        en: `${path} is not there; run tamis decoys ${step} first`,
        fr: `${path} n’existe pas\u202f; lancez d’abord tamis decoys ${step}`,
      });
    try {
      return JSON.parse(readFileSync(path, 'utf8')) as T;
    } catch (cause) {
      throw new TamisError(
        'decoy-workspace',
        { en: `${path} is damaged: not JSON`, fr: `${path} est endommagé\u00a0: pas du JSON` },
        { cause },
      );
    }
  }
}

const FILES = {
  info: 'workspace.json',
  model: 'model.json',
  said: 'said.bin',
  personas: 'personas.json',
  recipe: 'recipe.json',
  approvals: 'approvals.json',
  list: 'decoys.jsonl',
} as const;
