import type { Profile } from '../model/profile.ts';
import { anhuiDepartment } from './anhui-department.ts';
import { anhuiProject } from './anhui-project.ts';
import { beijingProject } from './beijing-project.ts';
import { budgetManagementAppraisal } from './budget-management-appraisal.ts';
import { chengduReview } from './chengdu-review.ts';
import { chongqingDepartment } from './chongqing-department.ts';
import { chongqingProject } from './chongqing-project.ts';
import { guangdongDepartment } from './guangdong-department.ts';
import { guangxiProject } from './guangxi-project.ts';
import { guangzhouDepartment2023 } from './guangzhou-department-2023.ts';
import { guangzhouUnit } from './guangzhou-unit.ts';
import { hubeiDepartment } from './hubei-department.ts';
import { hubeiProject } from './hubei-project.ts';
import { hunanDepartment } from './hunan-department.ts';
import { instituteProject } from './institute-project.ts';
import { nationalProject } from './national-project.ts';
import { nationalProjectPointsInNames } from './national-project-points-in-names.ts';
import { shanxiDepartment } from './shanxi-department.ts';
import { sichuanPovertyFunds } from './sichuan-poverty-funds.ts';
import { sichuanProject } from './sichuan-project.ts';
import { suizhouProject } from './suizhou-project.ts';
import { tianjinDepartment } from './tianjin-department.ts';
import { transferPaymentUnscored } from './transfer-payment-unscored.ts';
import { wuhanProjectUnscored } from './wuhan-project-unscored.ts';
import { yunnanProject } from './yunnan-project.ts';

/** Every published form that fuhe knows. */
export const profiles: readonly Profile[] = [
  anhuiDepartment,
  anhuiProject,
  beijingProject,
  budgetManagementAppraisal,
  chengduReview,
  chongqingDepartment,
  chongqingProject,
  guangdongDepartment,
  guangxiProject,
  guangzhouDepartment2023,
  guangzhouUnit,
  hubeiDepartment,
  hubeiProject,
  hunanDepartment,
  instituteProject,
  nationalProject,
  nationalProjectPointsInNames,
  shanxiDepartment,
  sichuanPovertyFunds,
  sichuanProject,
  suizhouProject,
  tianjinDepartment,
  transferPaymentUnscored,
  wuhanProjectUnscored,
  yunnanProject,
];
