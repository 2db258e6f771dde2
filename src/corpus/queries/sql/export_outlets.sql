SELECT outlet.outlet_id, outlet.name,
       COALESCE((SELECT group_concat(alias, '; ' ORDER BY alias) FROM outlet_alias
                 WHERE outlet_alias.outlet_id = outlet.id), '') AS aliases
FROM outlet
ORDER BY outlet.outlet_id
