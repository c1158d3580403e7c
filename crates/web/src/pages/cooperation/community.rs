//! Who works closely with each other: communities by modularity, with the method of Louvain (Blondel, Guillaume, Lambiotte
//! and Lefebvre, "Fast unfolding of communities in large networks", 2008). The same links give the same communities.

use std::collections::BTreeMap;

/// How often everybody may move before a level is taken as it is; it seldom takes more than five times.
const MOST_PASSES: usize = 12;
/// How often communities are joined to larger ones.
const MOST_LEVELS: usize = 8;
/// How many neighbours are looked at altogether before what is found is taken: a tenth of a second, whatever the directory.
const MOST_STEPS: usize = 1_500_000;

/// A network of nodes by number.
struct Graph {
    /// The neighbours of each, by number, with the weight of the link.
    neighbours: Vec<Vec<(usize, f64)>>,
    /// Twice the weight of the links inside a node, which was a community one level below.
    loops: Vec<f64>,
}

/// The number of the community of every node, from 0 on without gaps. Links are pairs of nodes.
pub(super) fn communities(nodes: usize, links: &[(usize, usize)]) -> Vec<usize> {
    let both =
        links.iter().filter(|(one, other)| one != other).flat_map(|(one, other)| [(*one, *other), (*other, *one)]);
    let mut graph = Graph::new(vec![0.0; nodes], both.map(|(one, other)| (one, other, 1.0)));
    let mut member: Vec<usize> = (0..nodes).collect();
    let mut steps = 0;
    for _ in 0..MOST_LEVELS {
        let (community, count) = without_gaps(&graph.move_nodes(&mut steps));
        for at in &mut member {
            *at = community[*at];
        }
        if count == graph.loops.len() || steps >= MOST_STEPS {
            break;
        }
        graph = graph.merge_communities(&community, count);
    }
    without_gaps(&member).0
}

impl Graph {
    /// The network with these links, each in both directions; those of the same two nodes are one.
    fn new(loops: Vec<f64>, links: impl Iterator<Item = (usize, usize, f64)>) -> Self {
        let mut neighbours: Vec<Vec<(usize, f64)>> = vec![Vec::new(); loops.len()];
        for (from, to, weight) in links {
            neighbours[from].push((to, weight));
        }
        for of_node in &mut neighbours {
            of_node.sort_unstable_by_key(|(to, _)| *to);
            of_node.dedup_by(|next, kept| {
                let is_same = next.0 == kept.0;
                kept.1 += if is_same { next.1 } else { 0.0 };
                is_same
            });
        }
        Self { neighbours, loops }
    }

    fn degree(&self, node: usize) -> f64 {
        self.loops[node] + self.neighbours[node].iter().map(|(_, weight)| weight).sum::<f64>()
    }

    /// Every node moves to the community of its neighbours that gains the most, until none does.
    fn move_nodes(&self, steps: &mut usize) -> Vec<usize> {
        let degrees: Vec<f64> = (0..self.loops.len()).map(|node| self.degree(node)).collect();
        let whole: f64 = degrees.iter().sum();
        let mut community: Vec<usize> = (0..degrees.len()).collect();
        let mut totals = degrees.clone();
        // The weight of the links of one node to each community; only those of `around` are not zero.
        let mut weights = vec![0.0; degrees.len()];
        let mut around: Vec<usize> = Vec::new();
        for _ in 0..MOST_PASSES {
            let mut has_moved = false;
            for (node, degree) in degrees.iter().copied().enumerate() {
                *steps += self.neighbours[node].len();
                for (neighbour, weight) in &self.neighbours[node] {
                    let of = community[*neighbour];
                    if weights[of] == 0.0 {
                        around.push(of);
                    }
                    weights[of] += weight;
                }
                around.sort_unstable();
                let own = community[node];
                totals[own] -= degree;
                let gain = |to: usize| weights[to] - totals[to] * degree / whole;
                let (mut best, mut most) = (own, gain(own));
                for to in around.iter().copied() {
                    if gain(to) > most + 1e-9 {
                        (best, most) = (to, gain(to));
                    }
                }
                totals[best] += degree;
                has_moved |= best != own;
                community[node] = best;
                for of in around.drain(..) {
                    weights[of] = 0.0;
                }
            }
            if !has_moved || *steps >= MOST_STEPS {
                break;
            }
        }
        community
    }

    /// The network whose nodes are these communities.
    fn merge_communities(&self, community: &[usize], count: usize) -> Self {
        let mut loops = vec![0.0; count];
        let mut links: Vec<(usize, usize, f64)> = Vec::new();
        for (node, neighbours) in self.neighbours.iter().enumerate() {
            let own = community[node];
            loops[own] += self.loops[node];
            for (neighbour, weight) in neighbours {
                match community[*neighbour] {
                    same if same == own => loops[own] += weight,
                    other => links.push((own, other, *weight)),
                }
            }
        }
        Self::new(loops, links.into_iter())
    }
}

/// The same communities with numbers in the order in which they first stand, and how many there are.
fn without_gaps(community: &[usize]) -> (Vec<usize>, usize) {
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    let mut number = |of: usize| {
        let next = numbers.len();
        *numbers.entry(of).or_insert(next)
    };
    let numbered: Vec<usize> = community.iter().map(|of| number(*of)).collect();
    let count = numbers.len();
    (numbered, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everybody in a circle of five linked to everybody, and one link from each circle to the next.
    fn cliques(count: usize) -> Vec<(usize, usize)> {
        let inside = |at: usize| (0..5).flat_map(move |one| (0..one).map(move |other| (at * 5 + one, at * 5 + other)));
        let between = (1..count).map(|at| (at * 5 - 1, at * 5));
        (0..count).flat_map(inside).chain(between).collect()
    }

    #[test]
    fn who_is_linked_closely_is_together() {
        let found = communities(15, &cliques(3));
        assert_eq!(found, [[0; 5], [1; 5], [2; 5]].concat());
        assert_eq!(found, communities(15, &cliques(3)));
    }

    #[test]
    fn whoever_has_no_link_is_alone_and_parts_never_meet() {
        assert_eq!(communities(4, &[(0, 1)]), [0, 0, 1, 2]);
        assert_eq!(communities(0, &[]), [0; 0]);
        assert_eq!(communities(2, &[(0, 0), (1, 1)]), [0, 1]);
    }

    #[test]
    fn two_thousand_are_few_groups() {
        let found = communities(2_000, &cliques(400));
        let count = found.iter().max().map_or(0, |most| most + 1);
        assert!((20..=400).contains(&count), "{count}");
    }
}
