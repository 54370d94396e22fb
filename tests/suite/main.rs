mod bag;
