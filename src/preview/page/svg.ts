import { Component, type ComponentChild, h } from 'preact';
import type { SceneNode } from '../../draw/scene.ts';

/** A scene's nodes as elements, keyed as they are, so that an edit touches what differs and nothing else. */
export function elementsOf(nodes: readonly SceneNode[]): ComponentChild[] {
  return nodes.map((node) => (node.children === undefined ? leaf(node) : h(Branch, { key: node.key, node })));
}

function leaf(node: SceneNode): ComponentChild {
  return h(node.tag as string, { ...node.attrs, key: node.key }, node.text);
}

/** A node with children. One that is the same object as before is passed over with all that is in it. */
class Branch extends Component<{ node: SceneNode }> {
  override shouldComponentUpdate(next: { node: SceneNode }): boolean {
    return next.node !== this.props.node;
  }

  override render(): ComponentChild {
    const { node } = this.props;
    return h(node.tag as string, node.attrs, node.text, elementsOf(node.children ?? []));
  }
}
