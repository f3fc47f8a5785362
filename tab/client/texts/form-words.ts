// Words that several forms share.

export const askHours = 'Enter the hours a week as a number from 0 to 60, for example 12.5.';
export const tooLong = (most: string) => `This is too long. Shorten it to ${most} characters.`;
