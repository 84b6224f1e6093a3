import { Component, type ComponentChild } from 'preact';
import { GridRow, type GridRowProps } from './grid-row.tsx';

/** A row that is drawn anew only where something of it is another: a frame of scrolling adds a few and leaves the rest. */
export class SteadyRow extends Component<GridRowProps> {
  override shouldComponentUpdate(next: Readonly<GridRowProps>): boolean {
    const names = Object.keys(next) as (keyof GridRowProps)[];
    return names.some((name) => next[name] !== this.props[name]);
  }

  override render(props: GridRowProps): ComponentChild {
    return GridRow(props);
  }
}
