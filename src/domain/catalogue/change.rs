//! What differs between the catalogue as it is and as it is to be: the content of an entry.

use serde::Serialize;

use super::{Catalogue, CatalogueChange, Department, Producer, Product, QuickKey};

impl Catalogue {
    /// The change that brings these products in, with the names of what differs; those that are
    /// as they were are left out.
    pub fn change_products(&self, products: Vec<Product>) -> CatalogueChange {
        let mut change = CatalogueChange::default();
        for product in products {
            let fields = differing(self.product(&product.id), &product);
            if !fields.is_empty() {
                change.changed.insert(product.id.to_string(), fields);
                change.products.push(product);
            }
        }
        change
    }

    /// The change that makes these the producers, departments and quick keys; nothing that is
    /// used by the journal is ever taken away, so what is not named stays.
    pub fn change_rest(
        &self,
        producers: Vec<Producer>,
        departments: Vec<Department>,
        quick_keys: Option<Vec<QuickKey>>,
    ) -> CatalogueChange {
        let mut change = CatalogueChange::default();
        for producer in producers {
            let fields = differing(self.producer(&producer.id), &producer);
            if !fields.is_empty() {
                change.changed.insert(producer.id.to_string(), fields);
                change.producers.push(producer);
            }
        }
        for department in departments {
            let fields = differing(self.department(&department.id), &department);
            if !fields.is_empty() {
                change.changed.insert(department.id.to_string(), fields);
                change.departments.push(department);
            }
        }
        if let Some(keys) = quick_keys.filter(|keys| *keys != self.quick_keys) {
            for key in &keys {
                let before = self.quick_keys.iter().find(|it| it.id == key.id);
                let fields = differing(before, key);
                if !fields.is_empty() {
                    change.changed.insert(key.id.to_string(), fields);
                }
            }
            change.quick_keys = Some(keys);
        }
        change
    }
}

/// The names of the fields in which `after` differs, as the journal spells them.
pub(in crate::domain) fn differing<T: Serialize>(before: Option<&T>, after: &T) -> Vec<String> {
    let fields = |it: &T| match serde_json::to_value(it) {
        Ok(serde_json::Value::Object(fields)) => fields,
        _ => serde_json::Map::new(),
    };
    let Some(before) = before else {
        return vec!["new".to_owned()];
    };
    let (before, after) = (fields(before), fields(after));
    let mut names: Vec<String> = before
        .keys()
        .chain(after.keys())
        .filter(|name| before.get(*name) != after.get(*name))
        .cloned()
        .collect();
    names.sort();
    names.dedup();
    names
}
