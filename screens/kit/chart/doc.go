// Package chart draws figures: lines, bars, stacked bars, shares, gauges, funnels, tiles by street, timelines
// and the sparkline of a cell.
//
// A Chart says what is shown. compose turns it into a scene, shapes with places and marks one can point at,
// and knows neither window nor file. View shows a scene in a window, Picture writes the same scene into a
// document: what a person sees, copies and prints is one drawing.
//
// What must hold: amounts stay whole numbers until they become a place on the screen, and every value that is
// read is worded from the whole number; no value, label or size makes a shape leave the chart; nothing is told
// by colour alone.
package chart
