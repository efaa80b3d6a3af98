#!/bin/sh
# export_bom.sh SHEET.kicad_sch OUT.csv: parts of one kind in one row, with manufacturer and part number.
kicad-cli sch export bom --fields 'Reference,Value,Footprint,Manufacturer,MPN,${QUANTITY},${DNP}' --labels 'Refs,Value,Footprint,Manufacturer,MPN,Qty,DNP' \
    --group-by 'Value,Footprint,MPN,${DNP}' --ref-range-delimiter '' -o "$2" "$1" >/dev/null
