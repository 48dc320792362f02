export interface GraphNode {
  readonly id: string;
  readonly label: string;
  /** Any measure; the square root of it is drawn, so that areas compare. */
  readonly weight: number;
  /** Nodes of one group have one colour. */
  readonly group: number;
}

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

export interface GraphData {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface Picks {
  readonly onNode: (id: string) => void;
  readonly onEdge: (id: string) => void;
}
