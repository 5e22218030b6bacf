import { RepairPlanner } from './data/repair-planner.js';
import { RepairsController } from './web/repairs.controller.js';

export const repairControllers = [RepairsController];

export const repairProviders = [RepairPlanner];
