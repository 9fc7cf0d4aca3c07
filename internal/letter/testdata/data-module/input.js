import logo from './a.png'
export const signatories = [
  { org: 'Lamp Collective', logo, contact: { fullName: 'Ada Moor' } },
  { org: "Silent Streets", logo: require('./b.png') },
  { org: 'Pier', logo: logos.pier },
]
export default signatories
