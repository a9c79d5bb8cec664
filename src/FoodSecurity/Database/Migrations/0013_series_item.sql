-- A map asks for one item and element of every area, in order of area: the index answers without a sort and without the table.
drop index series_item;
create index series_item on series (item, element, dataset, area, basis, dimensions);
