/** Whether this API takes traffic; false from the moment it is asked to stop, so that a balancer sends no more. */
export class Gereed {
  ja = true;
}
