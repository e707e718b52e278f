-- No change of the tables. Desks of earlier versions would drop the ids of the desks in the documents, and must not write.
SELECT 1;
