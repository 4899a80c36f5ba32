/*!
 * @license Bootstrap JS v5.3.3 (https://getbootstrap.com/)
 */