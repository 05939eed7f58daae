import type { CaseFile } from '../../case/state';
import type { Objection } from '../../kernel/act';

export const unknownTask = (file: CaseFile, taskId: string | undefined): Omit<Objection, 'rule'> | undefined =>
  taskId === undefined || file.investigation.tasks.some((task) => task.id === taskId)
    ? undefined
    : { code: 'UNKNOWN_ID', message: { zh: `本案无此监测任务：${taskId}`, en: `No such monitoring task: ${taskId}` } };
